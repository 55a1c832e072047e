"""What a plan costs as a whole: the sum in its part on money, not one of the many beside it."""

from app.comparing.budget import asks_whole_cost, whole_cost
from app.draft import Draft
from app.reading.material import Material
from app.writers.quoting import told

WRITER = "whole_cost"


def write(material: Material) -> Draft:
    """The sum with its proof, for a question that asks for nothing else of named plans."""
    question = material.question
    bare = asks_whole_cost(question.topic, question.standalone)
    if question.years or not question.names_place or not bare:
        return Draft(WRITER)
    found = [cost for plan in material.plans if (cost := whole_cost(plan))]
    several = len(found) > 1
    statements = (said for finding in found for said in told(finding, several=several))
    return Draft(WRITER, tuple(statements))

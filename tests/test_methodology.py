"""The examples of the methodology are diagnosed as the page says."""

import re
from pathlib import Path

import pytest
import yaml

from generator.model.diagnosis import FindingKind, RelationKind, State
from tests.assembling.casebook import Yaml, check_case

PAGE = (Path(__file__).parent.parent / "docs" / "methodology.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
EXAMPLES: list[Yaml] = [yaml.load(block, Loader=yaml.BaseLoader) for block in BLOCKS]  # noqa: S506  # the safest one


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_example(example: Yaml, tmp_path: Path) -> None:
    """An example has the state, the findings, the relations and the reasons that the page prints, and no others."""
    check_case(example, tmp_path / "content")


def test_every_finding_relation_and_state_has_an_example() -> None:
    """Nothing can be found on the site that the page does not show."""
    expected = [example["expected"] for example in EXAMPLES]
    findings = " ".join(str(each.get("findings", "")) for each in expected)
    relations = " ".join(str(each.get("relations", "")) for each in expected)
    of_notices = {FindingKind.WITHDRAWN, FindingKind.DELETED}  # the same rule as `corrected`
    assert [kind for kind in set(FindingKind) - of_notices if kind not in findings] == []
    assert [kind for kind in RelationKind if kind not in relations] == []
    assert sorted(set(State) - {each["state"] for each in expected}) == []


def test_every_rule_has_its_source_and_reason() -> None:
    """A section that shows an example says where its rule comes from and why it holds."""
    sections = re.split(r"^#{2,3} ", PAGE, flags=re.MULTILINE)
    shown = [section for section in sections if "```yaml" in section]
    assert [each.split("\n")[0] for each in shown if "**Source.**" not in each or "**Reason.**" not in each] == []

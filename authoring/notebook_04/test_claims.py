"""Notebook 04 prints what its contract promises: every line of `printed.json`."""

import json
from pathlib import Path

from authoring.masters import master, read


def test_every_line_of_the_contract_is_printed():
    contract = json.loads((Path(__file__).parent / "printed.json").read_text(encoding="utf-8"))
    cells = {cell.id: cell for cell in read(master("04")).cells}
    for function, lines in contract.items():
        outputs = cells[f"{function}_test"].outputs
        printed = "".join(output.get("text", "") for output in outputs).split("\n")
        assert [line for line in lines if line not in printed] == []
        assert " All tests passed." in printed

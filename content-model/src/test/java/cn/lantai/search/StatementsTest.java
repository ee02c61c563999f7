package cn.lantai.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.selection.Block;
import cn.lantai.selection.BlockTypes;
import cn.lantai.selection.Item;
import cn.lantai.selection.Section;
import cn.lantai.selection.Selection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatementsTest {

  @Test
  void theTextsOfASelectionAreFoundWithoutTheirMarks() {
    Item item =
        new Item(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(LocalizedText.of("借**门**板的[字据](/records/r005)")),
            List.of());
    Block block =
        new Block(
            BlockTypes.TEXT, Optional.empty(), Optional.empty(), Optional.empty(), List.of(item));
    Selection selection =
        new Selection(
            new EntityIri(EntityType.EXHIBITION, "ferry"),
            1,
            LocalizedText.of("渡口"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(LocalizedText.of("从**渡**口看")),
            List.of(),
            Optional.empty(),
            List.of(
                new Section(
                    1, Optional.empty(), Optional.empty(), Optional.empty(), List.of(block))));
    EntityGraph graph = selection.toGraph();
    Statements said = new Statements(graph.iri(), graph.triples(), EntityIri.INTERNAL_BASE);
    assertEquals(Set.of("从渡口看", "借门板的字据"), Set.copyOf(said.texts()));
  }
}

package cn.lantai.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.lantai.entity.EntityType;
import cn.lantai.stage.ProjectionContract;
import cn.lantai.stage.ProjectionFactory;
import cn.lantai.stage.StageKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IndexPartTest extends ProjectionContract<LuceneStageIndex> {

  @Override
  protected ProjectionFactory<LuceneStageIndex> factory() {
    return new IndexPart();
  }

  @Override
  protected Set<String> titles(LuceneStageIndex index) {
    return index.list(Listing.all(EntityType.RECORD), 0, 100).summaries().stream()
        .map(summary -> summary.title().zh())
        .collect(Collectors.toSet());
  }

  @Test
  void aDamagedIndexCannotBeOpened() throws IOException {
    inFolder(index -> index.apply(List.of(comes("r001", "一")), bookmark(7)));
    try (Stream<Path> files = Files.list(folder.resolve("part"))) {
      for (Path file : files.filter(path -> path.toString().contains("segments_")).toList()) {
        Files.write(file, "broken".getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThrows(
        RuntimeException.class, () -> factory().open(folder.resolve("part"), StageKind.WORKING));
  }

  @Test
  void everyStateHasANumberOfItsOwn() {
    inFolder(
        index -> {
          long empty = index.changed();
          index.apply(List.of(comes("r001", "一")), bookmark(1));
          long one = index.changed();
          index.apply(List.of(), bookmark(2));
          assertEquals(one, index.changed());
          assertEquals(true, one != empty);
        });
  }
}

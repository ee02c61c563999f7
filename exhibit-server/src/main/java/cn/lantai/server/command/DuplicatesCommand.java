package cn.lantai.server.command;

import cn.lantai.curation.Duplicates;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes a table of descriptions that may be of one thing. */
@ApplicationScoped
public class DuplicatesCommand implements Command {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader("条目", "名称", "可能相同的条目", "其名称", "理由", "Reason").get();

  @Inject StageStores stages;

  @Override
  public String name() {
    return "duplicates";
  }

  @Override
  public boolean run(CommandContext context) throws Exception {
    Path target = context.arguments().path(0).orElseThrow();
    new UpToDate(stages, context).bring(StageKind.WORKING);
    List<Duplicates.Pair> pairs = Duplicates.in(stages.stage(StageKind.WORKING));
    write(pairs, target);
    context.say(
        LocalizedText.of(
            "可能重复的有 " + pairs.size() + " 对，见 " + target + " 。核实后用 merge 合并。",
            pairs.size() + " pairs may be duplicates, see " + target + ". Merge those that are."));
    return true;
  }

  private static void write(List<Duplicates.Pair> pairs, Path target) throws IOException {
    try (Writer out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
      // Excel reads UTF-8 only behind a byte order mark.
      out.write('\ufeff');
      CSVPrinter table = FORMAT.print(out);
      for (Duplicates.Pair pair : pairs) {
        table.printRecord(
            word(pair.first()),
            pair.titles().get(0).zh(),
            word(pair.second()),
            pair.titles().get(1).zh(),
            pair.why().zh(),
            pair.why().en().orElse(""));
      }
    }
  }

  private static String word(EntityIri entity) {
    return entity.type().segment() + "/" + entity.key();
  }
}

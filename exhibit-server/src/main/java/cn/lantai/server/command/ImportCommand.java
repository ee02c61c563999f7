package cn.lantai.server.command;

import cn.lantai.curation.Author;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ingest.ImportOrder;
import cn.lantai.ingest.Importer;
import cn.lantai.ingest.IngestReport;
import cn.lantai.server.runtime.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Imports a file or a folder. Its report goes to a folder of its own for each path, so that an
 * import that was interrupted goes on when it is asked for again.
 */
@ApplicationScoped
class ImportCommand implements Command {

  @Inject Importer importer;
  @Inject Settings settings;

  @Override
  public String name() {
    return "import";
  }

  @Override
  public boolean run(CommandContext context) throws IOException {
    CommandArguments arguments = context.arguments();
    Path from = arguments.path(0).orElseThrow();
    ImportOrder order =
        new ImportOrder(
            List.of(from),
            Optional.of(from).filter(Files::isDirectory),
            arguments.value("mapping"),
            arguments.value("encoding").map(Charset::forName),
            arguments.has("publish"),
            arguments.has("dry-run"),
            new Author("import", "导入 " + from.getFileName()));
    Path folder =
        settings
            .data()
            .resolve("reports/import-" + Integer.toHexString(from.toString().hashCode()));
    IngestReport report =
        importer.run(order, folder, (done, of, step) -> context.progress(done, of, step.zh()));
    context.say(report.summary());
    context.say(LocalizedText.of("报告：" + folder, "Report: " + folder));
    return report.errors() == 0;
  }
}

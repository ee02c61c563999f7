package cn.lantai.server.command;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.exchange.ExportFormat;
import cn.lantai.exchange.ExportFormats;
import cn.lantai.exchange.ExportProblem;
import cn.lantai.exchange.ExportReport;
import cn.lantai.exchange.Exporter;
import cn.lantai.exchange.NotExportableException;
import cn.lantai.exchange.Scope;
import cn.lantai.exchange.TemplateWorkbook;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes holdings to a file or folder, or the workbook that new ones are filled into. */
@ApplicationScoped
public class ExportCommand implements Command {

  private static final int SHOWN_PROBLEMS = 10;

  @Inject StageStores stages;

  @Override
  public String name() {
    return "export";
  }

  @Override
  public boolean run(CommandContext context) throws Exception {
    CommandArguments arguments = context.arguments();
    Path target = arguments.path(0).orElseThrow();
    if (arguments.has("template")) {
      TemplateWorkbook.write(target);
      context.say(LocalizedText.of("已写出空白表：" + target, "The empty tables are in " + target));
      return true;
    }
    Scope scope = scope(arguments);
    ExportFormat format = format(arguments);
    StageKind stage = arguments.has("public") ? StageKind.PUBLIC : StageKind.WORKING;
    new UpToDate(stages, context).bring(stage);
    try {
      ExportReport report =
          new Exporter(stages.stage(stage))
              .write(scope, format, target, (done, step) -> context.progress(done, 0, step.zh()));
      tell(report, target, context);
      return report.isComplete();
    } catch (NotExportableException refused) {
      throw new CommandException(refused.sentence());
    }
  }

  private static ExportFormat format(CommandArguments arguments) throws CommandException {
    String name = arguments.value("format").orElse(ExportFormats.ALL.get(0).name());
    Optional<ExportFormat> format = ExportFormats.named(name);
    if (format.isEmpty()) {
      String known =
          ExportFormats.ALL.stream().map(ExportFormat::name).collect(Collectors.joining(" "));
      throw new CommandException(
          LocalizedText.of(
              "没有格式 " + name + "；可用：" + known, "No format " + name + "; use " + known));
    }
    return format.get();
  }

  private static Scope scope(CommandArguments arguments) throws CommandException {
    Optional<String> set = arguments.value("fonds");
    Optional<String> archive = arguments.value("archive");
    if (set.isPresent() && archive.isPresent()) {
      throw new CommandException(
          LocalizedText.of("--fonds 与 --archive 只能用一个", "Give --fonds or --archive, not both"));
    }
    if (set.isPresent()) {
      return new Scope.Branch(entity(EntityType.RECORD_SET, set.get()));
    }
    return archive.isPresent()
        ? new Scope.Holder(entity(EntityType.ORGANISATION, archive.get()))
        : new Scope.Everything();
  }

  private static EntityIri entity(EntityType type, String key) throws CommandException {
    if (!EntityIri.isKey(key)) {
      throw new CommandException(
          LocalizedText.of(
              "“" + key + "”不是键：写网址中的名字，如 x001",
              "\"" + key + "\" is not a key: write the name in the address, such as x001"));
    }
    return new EntityIri(type, key);
  }

  private static void tell(ExportReport report, Path target, CommandContext context)
      throws IOException {
    context.say(
        LocalizedText.of(
            "已导出 " + report.total() + " 条到 " + target + " 。",
            report.total() + " entities are in " + target + "."));
    if (report.isComplete()) {
      return;
    }
    Path problems = target.resolveSibling(target.getFileName() + ".problems.csv");
    report.writeCsv(problems);
    context.say(
        LocalizedText.of(
            report.problemCount() + " 处没有导出或不完整，详见 " + problems + " 。",
            report.problemCount() + " are missing or not whole, see " + problems + "."));
    report.problems().stream().limit(SHOWN_PROBLEMS).forEach(problem -> context.say(line(problem)));
  }

  private static LocalizedText line(ExportProblem problem) {
    String entity = "  " + problem.entity().type().segment() + "/" + problem.entity().key() + "  ";
    return LocalizedText.of(
        entity + problem.reason().zh(), entity + problem.reason().en().orElse(""));
  }
}

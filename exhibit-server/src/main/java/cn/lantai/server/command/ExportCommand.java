package cn.lantai.server.command;

import cn.lantai.entity.LocalizedText;
import cn.lantai.exchange.ExportProblem;
import cn.lantai.exchange.ExportReport;
import cn.lantai.exchange.Exporter;
import cn.lantai.exchange.NotExportableException;
import cn.lantai.exchange.TemplateWorkbook;
import cn.lantai.server.exports.ExportOrder;
import cn.lantai.server.exports.ExportRefusedException;
import cn.lantai.server.runtime.StageStores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    ExportOrder order = order(arguments);
    new UpToDate(stages, context).bring(order.stage());
    try {
      ExportReport report =
          new Exporter(stages.stage(order.stage()))
              .write(
                  order.scope(),
                  order.format(),
                  target,
                  (done, step) -> context.progress(done, 0, step.zh()));
      tell(report, target, context);
      return report.isComplete();
    } catch (NotExportableException refused) {
      throw new CommandException(refused.sentence());
    }
  }

  private static ExportOrder order(CommandArguments arguments) throws CommandException {
    Map<String, String> asked = new HashMap<>();
    for (String option : List.of("format", "fonds", "archive")) {
      arguments.value(option).ifPresent(value -> asked.put(option, value));
    }
    asked.put("public", Boolean.toString(arguments.has("public")));
    try {
      return ExportOrder.of(asked);
    } catch (ExportRefusedException refused) {
      throw new CommandException(refused.reason());
    }
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

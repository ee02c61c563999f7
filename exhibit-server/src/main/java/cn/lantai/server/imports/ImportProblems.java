package cn.lantai.server.imports;

import cn.lantai.entity.LocalizedText;
import cn.lantai.ingest.mapping.MappingChangedException;
import cn.lantai.ingest.mapping.MappingRefusedException;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.problem.ProblemException;

/** What is wrong with an upload or with what is asked of an import. */
public final class ImportProblems {

  private ImportProblems() {}

  public static ProblemException of(UploadRefusedException refused) {
    int status =
        switch (refused.kind()) {
          case EMPTY, NAME -> 400;
          case TOO_LARGE, TOO_MANY -> 413;
          case ARCHIVE, DIGEST -> 422;
          case OFFSET, INCOMPLETE -> 409;
          case NO_SPACE -> 507;
        };
    Problem problem =
        new Problem(
            status,
            "upload-refused",
            new Message("上传的内容没有收下", "The upload was not taken"),
            message(refused.reason()));
    return (refused.received().isPresent()
            ? problem.with("received", refused.received().getAsLong())
            : problem)
        .exception();
  }

  public static ProblemException unknownUpload() {
    return new Problem(
            404,
            "unknown-upload",
            new Message("没有这次上传", "There is no such upload"),
            new Message(
                "它已导入、已放弃，或过了保存期。请重新开始。",
                "It was imported or given up, or kept long enough. Begin anew."))
        .exception();
  }

  public static ProblemException of(OptionRefusedException refused) {
    return new Problem(
            400,
            "import-option",
            new Message("导入选项有误", "An option of the import is wrong"),
            message(refused.reason()))
        .exception();
  }

  /** An option that is not of the kind that it has to be. */
  public static ProblemException option(String name, LocalizedText detail) {
    return new Problem(
            400,
            "import-option",
            new Message("导入选项有误", "An option of the import is wrong"),
            message(detail))
        .with("field", name)
        .exception();
  }

  public static ProblemException unknown() {
    return new Problem(
            404,
            "unknown-import",
            new Message("没有这次导入", "There is no such import"),
            new Message("请从导入列表中选取。", "Choose one from the list of imports."))
        .exception();
  }

  public static ProblemException noSamples() {
    return new Problem(
            409,
            "no-samples",
            new Message("现在不能导入示例", "The samples cannot be imported now"),
            new Message(
                "示例只导入到还没有档案的系统，由能够导入并直接公布的人来做；服务器上要有示例的文件夹。请改为导入自己的表格。",
                "They are imported into a system without records, by somebody who may import and publish"
                    + " without a review; and their folder must be there. Import your own tables"
                    + " instead."))
        .exception();
  }

  public static ProblemException uploadGone() {
    return new Problem(
            409,
            "upload-gone",
            new Message("上传的文件已不在", "The uploaded files are gone"),
            new Message(
                "文件已过保存期或已经导入。请重新上传。",
                "They were imported, or kept long enough. Upload them again."))
        .exception();
  }

  public static ProblemException stillRuns() {
    return new Problem(
            409,
            "import-runs",
            new Message("导入还没有结束", "The import has not ended"),
            new Message(
                "等它结束或先停止它，再指定列、再导入。",
                "Wait until it ends, or stop it; then map its columns, or import it again."))
        .exception();
  }

  static ProblemException mappingInUse(String name) {
    return new Problem(
            409,
            "mapping-in-use",
            new Message("映射表正在使用", "The mapping is in use"),
            new Message(
                "有一次等待或进行中的导入用着“" + name + "”。等它结束，或另起名称保存。",
                "An import that waits or runs works with “"
                    + name
                    + "”. Wait until it ends, or save it under another name."))
        .exception();
  }

  static ProblemException brokenMapping(cn.lantai.table.Problem broken) {
    return new Problem(
            422,
            "mapping-broken",
            new Message("映射表读不懂", "The mapping cannot be read"),
            new Message(
                broken.place() + "：" + broken.reason().zh() + "。请在 mappings 文件夹里改正。",
                broken.place()
                    + ": "
                    + broken.reason().en().orElse(broken.reason().zh())
                    + ". Correct it in the folder mappings."))
        .exception();
  }

  public static ProblemException unknownMapping(String name) {
    return new Problem(
            404,
            "unknown-mapping",
            new Message("没有这份映射表", "There is no such mapping"),
            new Message("没有名为“" + name + "”的映射表。", "There is no mapping named “" + name + "”."))
        .exception();
  }

  public static ProblemException of(MappingRefusedException refused) {
    return new Problem(
            422,
            "mapping-refused",
            new Message("映射表没有保存", "The mapping was not saved"),
            message(refused.reason()))
        .exception();
  }

  public static ProblemException of(MappingChangedException changed) {
    return new Problem(
            412,
            "mapping-changed",
            new Message("映射表没有保存", "The mapping was not saved"),
            message(reason(changed)))
        .exception();
  }

  /** Why a mapping could not take the place of another one. */
  public static LocalizedText reason(MappingChangedException changed) {
    return changed.began()
        ? LocalizedText.of(
            "其间有人改过这份映射表。请重新打开，再改一次。",
            "Somebody changed this mapping meanwhile. Open it again, and repeat the change.")
        : LocalizedText.of(
            "已有同名的映射表。请另起名称。", "There is a mapping of this name already. Give another name.");
  }

  public static ProblemException tooManyColumns(int most) {
    return new Problem(
            422,
            "too-many-columns",
            new Message("列太多，一页放不下", "There are too many columns for a page"),
            new Message(
                "一页最多指定 " + most + " 列。请分几次上传，或写好映射表放进 mappings 文件夹。",
                "Up to "
                    + most
                    + " columns are mapped on a page. Upload the tables in parts, or put a mapping into"
                    + " the folder mappings."))
        .exception();
  }

  private static Message message(LocalizedText text) {
    return new Message(text.zh(), text.en().orElse(text.zh()));
  }
}

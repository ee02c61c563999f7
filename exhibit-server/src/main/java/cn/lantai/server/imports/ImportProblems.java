package cn.lantai.server.imports;

import cn.lantai.entity.LocalizedText;
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

  private static Message message(LocalizedText text) {
    return new Message(text.zh(), text.en().orElse(text.zh()));
  }
}

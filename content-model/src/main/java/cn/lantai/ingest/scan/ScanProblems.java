package cn.lantai.ingest.scan;

import cn.lantai.entity.LocalizedText;
import cn.lantai.table.Place;
import cn.lantai.table.Problem;
import java.util.List;

/** What the report says of scans. */
final class ScanProblems {

  private static final String FILE = "文件";
  private static final String RECORD = "记录";
  private static final String PAGE = "页序";
  private static final int NAMED = 5;

  private ScanProblems() {}

  static Problem of(ScanWalk.Obstacle obstacle, String path) {
    return switch (obstacle) {
      case LINK_LEADS_OUT ->
          error(
              path,
              LocalizedText.of("是指向文件夹之外的链接，未收", "A link that leads out of the folder; not taken"),
              LocalizedText.of("请把文件本身放进文件夹", "Put the file itself into the folder"));
      case TOO_DEEP ->
          error(
              path,
              LocalizedText.of("文件夹层次过深，未看", "Too many folders inside each other; not looked at"),
              LocalizedText.of("请移到浅一些的地方", "Move it further up"));
      case OTHER_IMAGE_FORMAT ->
          error(
              path,
              LocalizedText.of("这种图像格式不能导入", "Images of this format cannot be imported"),
              LocalizedText.of(
                  "请转成 TIFF 或 PDF（可多页）、JPEG、PNG 或 WebP；JPEG 2000 可用 opj_decompress 无损转成 TIFF",
                  "Convert it to TIFF or PDF (also of several pages), JPEG, PNG or WebP; JPEG 2000"
                      + " without loss to TIFF by opj_decompress"));
      case NO_IMAGE ->
          Problem.warning(
              Place.file(path),
              FILE,
              path,
              LocalizedText.of("不是图像，已略过", "Not an image; passed over"),
              LocalizedText.of("如不需要，可移出文件夹", "Move it out of the folder if it is of no use"));
    };
  }

  static Problem of(Scans.Obstacle obstacle, String path, String codes) {
    return switch (obstacle) {
      case UNKNOWN ->
          error(
              path,
              LocalizedText.of(
                  "文件名和所在文件夹里没有已著录的档号加页号",
                  "Neither the name nor its folders are a known reference code with a page number"),
              LocalizedText.of(
                  "先著录这一件，或把文件改名为“档号-页号”，或放进以档号命名的文件夹；也可填好 rejected/scans.csv"
                      + " 的“记录”“页序”，放进文件夹再导入",
                  "Describe the record first, name the file CODE-PAGE, put it into a folder named"
                      + " by the code, or fill in record and page in rejected/scans.csv and put"
                      + " that into the folder"));
      case AMBIGUOUS ->
          Problem.error(
              Place.file(path),
              RECORD,
              codes,
              LocalizedText.of(
                  "可以属于不止一件：" + codes, "It may belong to more than one record: " + codes),
              LocalizedText.of(
                  "请把文件放进以完整档号命名的文件夹，用页号作文件名",
                  "Put it into a folder named by the whole code, with the page number as its"
                      + " name"));
      case OF_A_SET ->
          Problem.error(
              Place.file(path),
              RECORD,
              codes,
              LocalizedText.of(
                  codes + " 不是件，图像要归到件", codes + " is no item; images belong to items"),
              LocalizedText.of(
                  "请在其下著录件，并用件的档号命名",
                  "Describe items in it, and name the file by the code of one"));
    };
  }

  static Problem twice(String path, String code, int page, List<String> paths) {
    List<String> others = paths.stream().filter(each -> !each.equals(path)).toList();
    String some = String.join("、", others.stream().limit(NAMED).toList());
    return Problem.error(
        Place.file(path),
        PAGE,
        Integer.toString(page),
        LocalizedText.of(
            code + " 第 " + page + " 页不止一个文件，另有 " + some,
            "There is more than one file for page " + page + " of " + code + "; also " + some),
        LocalizedText.of("请只留一个，或改正页号", "Keep one of them, or correct the page numbers"));
  }

  static Problem missing(String folder, String code, String pages) {
    return Problem.warning(
        Place.file(folder),
        PAGE,
        code,
        LocalizedText.of(code + " 缺第 " + pages + " 页", code + " lacks the pages " + pages),
        LocalizedText.of("请核对是否漏扫或漏交", "Check whether they were scanned and handed over"));
  }

  static Problem unnumbered(String folder, String set, long files) {
    return Problem.warning(
        Place.file(folder),
        PAGE,
        set,
        LocalizedText.of(
            set + " 中有 " + files + " 个文件以件的档号命名而没有页号，各作该件的第 1 页",
            "Of "
                + set
                + ", "
                + files
                + " files are named by the code of an item without a page number; each was taken"
                + " as page 1 of it"),
        LocalizedText.of(
            "如果末尾的数字是全卷的页号，请改用“件的档号-页号”命名",
            "If their last numbers count the pages of the whole file, name them by item and page"));
  }

  static Problem empty(String path) {
    return error(
        path,
        LocalizedText.of("文件是空的", "The file is empty"),
        LocalizedText.of("请重新复制或扫描这一页", "Copy or scan the page again"));
  }

  static Problem unreadable(String path) {
    return error(
        path,
        LocalizedText.of("文件打不开", "The file cannot be opened"),
        LocalizedText.of("请检查权限后重新导入", "Check its permissions and import again"));
  }

  private static Problem error(String path, LocalizedText reason, LocalizedText remedy) {
    return Problem.error(Place.file(path), FILE, path, reason, remedy);
  }
}

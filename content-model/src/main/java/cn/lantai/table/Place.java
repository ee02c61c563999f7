package cn.lantai.table;

/**
 * Where something stands in what was handed in.
 *
 * @param row as a spreadsheet numbers rows: the header is row 1; 0 for the file as a whole
 * @param path where it stands in a file that has no rows, such as an XML path; else empty
 */
public record Place(String file, long row, String path) {

  public static Place file(String name) {
    return new Place(name, 0, "");
  }

  public static Place row(String file, long row) {
    return new Place(file, row, "");
  }

  /** The path, or else the number of the row. */
  public String position() {
    return path.isEmpty() ? Long.toString(row) : path;
  }

  @Override
  public String toString() {
    return file + " " + position();
  }
}

package cn.lantai.exchange;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A form in which holdings leave Lantai. What a format cannot carry it reports; the rest goes on.
 */
public interface ExportFormat {

  /** As it is asked for: "csv". */
  String name();

  /** Of a file in this format, without the dot. */
  String extension();

  String mediaType();

  /**
   * Writes the export, in UTF-8 where it is text. Equal holdings give equal bytes. The stream is
   * left open.
   */
  void write(Export export, OutputStream out) throws IOException;
}

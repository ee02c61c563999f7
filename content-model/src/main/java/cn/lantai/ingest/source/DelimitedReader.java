package cn.lantai.ingest.source;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads delimited text by RFC 4180, record by record, in bounded memory: of a cell that is longer
 * than allowed it keeps the beginning only. (Libraries collect a cell whole before anyone can
 * object.) Accepts lines that end in CR, LF or both.
 */
final class DelimitedReader {

  private static final int END = -1;

  private final Reader text;
  private final char delimiter;
  private final char[] buffer = new char[1 << 14];
  private int filled;
  private int at;
  private long record;
  private int longCell = -1;

  private final StringBuilder cell = new StringBuilder();

  DelimitedReader(Reader text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
  }

  /** The number of the record read last, from 1, blank ones counted. */
  long record() {
    return record;
  }

  /** Which cell of the record read last was cut, from 0; -1 if none was. */
  int longCell() {
    return longCell;
  }

  /**
   * The next record that is not blank; empty at the end.
   *
   * @throws OpenQuoteException if the text ends within quotation marks
   */
  List<String> next() throws IOException {
    while (peek() != END) {
      List<String> cells = read();
      if (cells.stream().anyMatch(each -> !each.isBlank())) {
        return cells;
      }
    }
    return List.of();
  }

  private List<String> read() throws IOException {
    record++;
    longCell = -1;
    List<String> cells = new ArrayList<>();
    while (true) {
      boolean last = readCell(cells.size());
      if (cells.size() <= Limits.COLUMNS) {
        cells.add(cell.toString().strip());
      }
      if (last) {
        return cells;
      }
    }
  }

  /** Reads up to the end of the cell; whether it is the last of its record. */
  private boolean readCell(int number) throws IOException {
    cell.setLength(0);
    skipSpaces();
    if (peek() == '"') {
      take();
      readQuoted(number);
    }
    while (true) {
      int c = take();
      if (c == delimiter) {
        return false;
      }
      if (c == END || c == '\n') {
        return true;
      }
      if (c == '\r') {
        if (peek() == '\n') {
          take();
        }
        return true;
      }
      append((char) c, number);
    }
  }

  private void readQuoted(int number) throws IOException {
    while (true) {
      int c = take();
      if (c == END) {
        throw new OpenQuoteException(record);
      }
      if (c == '"') {
        if (peek() != '"') {
          return;
        }
        take();
      }
      append((char) c, number);
    }
  }

  private void append(char c, int number) {
    if (cell.length() < Limits.CELL) {
      cell.append(c);
    } else if (longCell < 0) {
      longCell = number;
    }
  }

  private void skipSpaces() throws IOException {
    while (peek() == ' ' && delimiter != ' ') {
      take();
    }
  }

  private int peek() throws IOException {
    if (at == filled) {
      at = 0;
      filled = text.read(buffer);
      if (filled <= 0) {
        filled = 0;
        return END;
      }
    }
    return buffer[at];
  }

  private int take() throws IOException {
    int c = peek();
    if (c != END) {
      at++;
    }
    return c;
  }

  /** A quotation mark was opened in a record and never closed. */
  static final class OpenQuoteException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long record;

    OpenQuoteException(long record) {
      super("A quotation mark is open in record " + record);
      this.record = record;
    }

    long record() {
      return record;
    }
  }
}

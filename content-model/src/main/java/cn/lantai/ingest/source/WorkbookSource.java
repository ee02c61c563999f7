package cn.lantai.ingest.source;

import cn.lantai.entity.LocalizedText;
import cn.lantai.table.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A workbook (Office Open XML), each sheet of it a table with headings in its first row. Formulas
 * give the result that was saved with them, and are reported; so are merged cells.
 */
public final class WorkbookSource implements Source {

  /** In characters; all texts of a workbook are in memory while it is read. */
  private static final long MOST_TEXT = 100_000_000;

  private final Path file;
  private final Map<String, List<MergedRows>> merged = new HashMap<>();

  public WorkbookSource(Path file) {
    this.file = file;
  }

  @Override
  public String name() {
    return file.getFileName().toString();
  }

  @Override
  public boolean hasForeignColumns() {
    return true;
  }

  @Override
  public void read(Sink sink) throws IOException {
    try (OPCPackage workbook = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      read(workbook, sink);
    } catch (StoppedException stopped) {
      throw stopped.getCause();
    } catch (UnsupportedFileFormatException | OpenXML4JException | SAXException broken) {
      throw refused(broken);
    } catch (OpenXML4JRuntimeException | IllegalStateException | IllegalArgumentException broken) {
      throw refused(broken);
    } catch (UnreadableSourceException refused) {
      throw refused;
    } catch (IOException broken) {
      throw broken.getClass().getName().startsWith("java.nio") ? broken : refused(broken);
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void read(OPCPackage workbook, Sink sink)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    XSSFReader reader = new XSSFReader(workbook);
    ReadOnlySharedStringsTable texts = new BoundedTexts(workbook);
    PlainValues values = new PlainValues(usesDatesFrom1904(reader));
    XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
    while (sheets.hasNext()) {
      try (InputStream sheet = sheets.next()) {
        String name = sheets.getSheetName();
        if (!merged.containsKey(name)) {
          merged.put(name, mergedRows(sheets.getSheetPart().getInputStream()));
        }
        SheetRows rows = new SheetRows(name(), name, merged.get(name), sink);
        XSSFSheetXMLHandler handler =
            new XSSFSheetXMLHandler(reader.getStylesTable(), texts, rows, values, false);
        parse(sheet, new CellGuard(handler, rows));
      }
    }
  }

  private static void parse(InputStream xml, ContentHandler handler)
      throws IOException, SAXException, ParserConfigurationException {
    XMLReader parser = XMLHelper.newXMLReader();
    parser.setContentHandler(handler);
    try {
      parser.parse(new InputSource(xml));
    } catch (UncheckedIOException fromSink) {
      throw new StoppedException(fromSink.getCause());
    }
  }

  private static boolean usesDatesFrom1904(XSSFReader reader)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    boolean[] found = new boolean[1];
    try (InputStream xml = reader.getWorkbookData()) {
      parse(
          xml,
          new DefaultHandler() {
            @Override
            public void startElement(String uri, String local, String name, Attributes values) {
              if (local.equals("workbookPr")) {
                String value = String.valueOf(values.getValue("date1904"));
                found[0] = value.equals("1") || value.equals("true");
              }
            }
          });
    }
    return found[0];
  }

  /** They stand after the rows, but are needed before them. */
  private static List<MergedRows> mergedRows(InputStream sheet)
      throws IOException, SAXException, ParserConfigurationException {
    List<MergedRows> found = new ArrayList<>();
    try (sheet) {
      parse(
          sheet,
          new DefaultHandler() {
            @Override
            public void startElement(String uri, String local, String name, Attributes values) {
              if (local.equals("mergeCell") && found.size() < MergedRows.MOST) {
                found.add(MergedRows.of(values.getValue("ref")));
              }
            }
          });
    }
    return found;
  }

  private UnreadableSourceException refused(Exception cause) {
    return new UnreadableSourceException(
        Place.file(name()),
        LocalizedText.of(
            "不是可读的 XLSX 工作簿（已损坏、加密、旧格式，或疑似压缩炸弹）",
            "Not a workbook that can be read (broken, encrypted, an old format, or a zip bomb): "
                + cause.getClass().getSimpleName()),
        LocalizedText.of(
            "请用表格软件打开，另存为未加密的 XLSX 或“CSV UTF-8”",
            "Open it in the spreadsheet and save it as XLSX without a password, or as CSV UTF-8"));
  }

  /** The sink failed; that is not the workbook's fault. */
  private static final class StoppedException extends IOException {

    private static final long serialVersionUID = 1L;

    StoppedException(IOException cause) {
      super(cause);
    }

    @Override
    public synchronized IOException getCause() {
      return (IOException) super.getCause();
    }
  }

  /** The texts of a workbook, each cut where a cell is too long, all together limited. */
  private static final class BoundedTexts extends ReadOnlySharedStringsTable {

    private long all;
    private int current;

    BoundedTexts(OPCPackage workbook) throws IOException, SAXException {
      super(workbook);
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes)
        throws SAXException {
      if (local.equals("si")) {
        current = 0;
      }
      super.startElement(uri, local, name, attributes);
    }

    @Override
    public void characters(char[] text, int from, int length) throws SAXException {
      int kept = Math.min(length, Math.max(0, Limits.CELL + 1 - current));
      current += kept;
      all += kept;
      if (all > MOST_TEXT) {
        throw new SAXException("More than " + MOST_TEXT + " characters");
      }
      super.characters(text, from, kept);
    }
  }
}

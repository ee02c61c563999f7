package cn.lantai.ingest.source;

import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Stands before the reader of a sheet: cuts what is too long and notes which cells are formulas.
 */
final class CellGuard extends XMLFilterImpl {

  private final SheetRows rows;
  private int length;

  CellGuard(ContentHandler reader, SheetRows rows) {
    setContentHandler(reader);
    this.rows = rows;
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes)
      throws SAXException {
    if (local.equals("c")) {
      length = 0;
    } else if (local.equals("f")) {
      rows.formula();
      length = 0;
    }
    super.startElement(uri, local, name, attributes);
  }

  @Override
  public void endElement(String uri, String local, String name) throws SAXException {
    if (local.equals("f")) {
      length = 0;
    }
    super.endElement(uri, local, name);
    if (local.equals("c")) {
      rows.endCell();
    }
  }

  @Override
  public void characters(char[] text, int from, int count) throws SAXException {
    int kept = Math.min(count, Math.max(0, Limits.CELL + 1 - length));
    length += kept;
    super.characters(text, from, kept);
  }
}

package cn.lantai.ingest.source;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * The values of cells as an archivist means them: numbers whole and without exponent or rounding,
 * leading zeros where the format has them, dates by ISO 8601.
 */
final class PlainValues extends DataFormatter {

  private final boolean datesFrom1904;

  PlainValues(boolean datesFrom1904) {
    this.datesFrom1904 = datesFrom1904;
  }

  @Override
  public String formatRawCellContents(double value, int index, String format) {
    return formatRawCellContents(value, index, format, datesFrom1904);
  }

  @Override
  public String formatRawCellContents(double value, int index, String format, boolean from1904) {
    if (DateUtil.isADateFormat(index, format) && DateUtil.isValidExcelDate(value)) {
      LocalDateTime date = DateUtil.getLocalDateTime(value, datesFrom1904);
      return date.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? date.toLocalDate().toString()
          : date.toString();
    }
    if (format != null && format.matches("0{2,}") || format != null && format.contains("\"")) {
      return super.formatRawCellContents(value, index, format, datesFrom1904);
    }
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}

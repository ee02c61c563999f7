package cn.lantai.server.recordings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangesTest {

  /** Of a file of 100 bytes; "all" stands for the whole file, "none" for a refusal. */
  @ParameterizedTest
  @CsvSource({
    "bytes=0-9, 0-9",
    "bytes=90-, 90-99",
    "bytes=90-500, 90-99",
    "bytes=-5, 95-99",
    "bytes=-500, 0-99",
    "'bytes=0-0, -1', 0-0 99-99",
    "bytes=100-, none",
    "bytes=-0, none",
    "'bytes=200-300,5-6', 5-6",
    "bytes=9-3, all",
    "bytes=, all",
    "bytes=a-b, all",
    "items=0-9, all",
    "'bytes=0-,0-,0-', all",
    "'bytes=0-0,2-2,4-4,6-6,8-8,10-10,12-12,14-14,16-16', all",
    "bytes=99999999999999999999-, all"
  })
  void readsWhatIsAskedFor(String header, String expected) {
    String read =
        ByteRanges.parse(header, 100)
            .map(
                ranges ->
                    ranges.isEmpty()
                        ? "none"
                        : ranges.stream()
                            .map(range -> range.first() + "-" + range.last())
                            .collect(Collectors.joining(" ")))
            .orElse("all");
    assertEquals(expected, read);
  }
}

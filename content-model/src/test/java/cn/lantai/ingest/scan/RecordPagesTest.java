package cn.lantai.ingest.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RecordPagesTest {

  @Test
  void tellsGapsAsRanges() {
    assertEquals("2、4、7–9", of(10, 1, 3, 5, 6).missing(page -> false));
    assertEquals("1", of(0, 2).missing(page -> false));
    assertEquals("", of(3, 2, 1).missing(page -> false));
  }

  @Test
  void whatIsInTheSystemAlreadyIsNotMissing() {
    assertEquals("", of(3, 4).missing(page -> page < 3));
    assertEquals("2", of(3, 4).missing(page -> page == 1));
  }

  @Test
  void doesNotListPagesThatNobodyCounted() {
    assertEquals("1–99999", of(1, 99_999).missing(page -> false));
  }

  @Test
  void knowsPagesThatOccurTwice() {
    RecordPages pages = of(1, 2, 10, 2);
    assertTrue(pages.isAnyTwice());
    assertTrue(pages.isTwice(2));
    assertFalse(pages.isTwice(1));
    assertFalse(pages.isTwice(7));
  }

  private static RecordPages of(int... numbers) {
    RecordPages pages = new RecordPages();
    for (int number : numbers) {
      pages.add(number);
    }
    return pages;
  }
}

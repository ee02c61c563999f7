package cn.lantai.server.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.DataInputStream;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class MainTest {

  @Test
  void understandsOldAndNewVersionNumbers() {
    assertEquals(8, Main.major("1.8"));
    assertEquals(17, Main.major("17"));
    assertEquals(25, Main.major("25"));
    assertEquals(26, Main.major("26-ea"));
  }

  @Test
  void isReadableForJava8() throws Exception {
    try (InputStream file = Main.class.getResourceAsStream("Main.class")) {
      assertNotNull(file);
      DataInputStream in = new DataInputStream(file);
      assertEquals(0xCAFEBABE, in.readInt());
      assertEquals(0, in.readUnsignedShort());
      assertEquals(52, in.readUnsignedShort());
    }
  }
}

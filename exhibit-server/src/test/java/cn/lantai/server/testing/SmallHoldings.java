package cn.lantai.server.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** A folder of catalogue tables and images that is made for one test. */
public final class SmallHoldings {

  public static final String ORGANISATIONS = "键,名称,英文名\n";
  public static final String PERSONS = "键,姓名,英文名,身份\n";
  public static final String FONDS = "键,档号,著录层级,上级,收藏单位,题名,英文题名,性质\n";
  public static final String RECORDS = "键,档号,上级,题名,英文题名,性质,日期,人名,范围和提要,开放标识\n";
  public static final String IMAGES = "图像,记录,页序,页名,图像说明\n";

  private final Path folder;

  private SmallHoldings(Path folder) {
    this.folder = folder;
  }

  /** One archive with one fonds, {@code f1}, and nothing in it. */
  public static SmallHoldings in(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("catalogue"));
    Files.createDirectories(folder.resolve("images"));
    return new SmallHoldings(folder)
        .table("organisations.csv", ORGANISATIONS + "o1,小城档案馆,Small Town Archives\n")
        .table("fonds.csv", FONDS + "f1,X1,全宗,,o1,小城全宗,Fonds of a small town,示例\n");
  }

  public Path folder() {
    return folder;
  }

  public SmallHoldings table(String name, String text) throws IOException {
    return table(name, text, StandardCharsets.UTF_8);
  }

  public SmallHoldings table(String name, String text, Charset charset) throws IOException {
    Files.write(folder.resolve("catalogue").resolve(name), text.getBytes(charset));
    return this;
  }

  /** A page that differs from every other. */
  public SmallHoldings image(String name) throws IOException {
    BufferedImage page = new BufferedImage(600, 800, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = page.createGraphics();
    pen.setColor(new Color(0xf0e4c8));
    pen.fillRect(0, 0, 600, 800);
    pen.setColor(new Color(name.hashCode() & 0x7f7f7f));
    for (int line = 80; line < 700; line += 40) {
      pen.fillRect(60, line, 300 + Math.floorMod(name.hashCode() * line, 200), 12);
    }
    pen.dispose();
    ImageIO.write(page, "jpg", folder.resolve("images").resolve(name).toFile());
    return this;
  }

  /** Some seconds of a tone. */
  public SmallHoldings sound(String name, int seconds) throws IOException {
    byte[] samples = new byte[8_000 * seconds];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (128 + 60 * Math.sin(i * 2 * Math.PI * 440 / 8_000));
    }
    AudioFormat format = new AudioFormat(8_000, 8, 1, false, false);
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length),
        AudioFileFormat.Type.WAVE,
        folder.resolve("images").resolve(name).toFile());
    return this;
  }

  public SmallHoldings image(String name, byte[] content) throws IOException {
    Files.write(folder.resolve("images").resolve(name), content);
    return this;
  }
}

package cn.lantai.samples.sound;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Writes every recording of the catalogue that is made by playing a tune. */
public final class PlaySamples {

  private PlaySamples() {}

  /**
   * @param args the folder of the module, and the folder of the recordings
   */
  public static void main(String[] args) throws IOException {
    Path out = Files.createDirectories(Path.of(args[1]));
    Map<String, byte[]> files = play(Path.of(args[0]));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(out.resolve(file.getKey()), file.getValue());
    }
    System.out.println("Played recordings: " + files.size());
  }

  /** The files by their names. */
  static Map<String, byte[]> play(Path module) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader in = Files.newBufferedReader(module.resolve("src/main/drawing/tunes.csv"));
        CSVParser tunes = CSVParser.parse(in, format)) {
      for (CSVRecord tune : tunes) {
        short[] samples =
            Synthesis.play(
                Score.parse(tune.get("曲")),
                Integer.parseInt(tune.get("调")),
                Integer.parseInt(tune.get("速度")));
        files.put(tune.get("音像"), WaveFile.of(samples, Synthesis.RATE));
      }
    }
    return files;
  }
}

package cn.lantai.server.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.linkeddata.TestData;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExampleQueryTest {

  @Test
  void everyExampleIsAllowedAndHasTwoTitlesAndAKeyOfItsOwn() {
    List<ExampleQuery> examples = ExampleQuery.all(TestData.BASE);
    QueryReader reader = new QueryReader(SparqlLimits.defaults(), TestData.BASE);
    for (ExampleQuery example : examples) {
      assertTrue(reader.read(example.query()).repeatable(), example.key());
      assertTrue(!example.title().zh().isEmpty() && !example.title().en().isEmpty());
    }
    assertTrue(examples.size() >= 8);
    assertEquals(examples.size(), examples.stream().map(ExampleQuery::key).distinct().count());
  }
}

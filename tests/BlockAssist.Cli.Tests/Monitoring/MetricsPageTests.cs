using BlockAssist.Cli.Monitoring;

namespace BlockAssist.Cli.Tests.Monitoring;

public sealed class MetricsPageTests
{
    [Fact]
    public void A_page_is_as_Prometheus_reads_it()
    {
        var page = new MetricsPage()
            .Gauge("a", "Up and down.", 1.5)
            .Counter("b_total", "Up.", 123456789012)
            .Counters("c_total", "By what.", "of", [("one", 1), ("x\"y\\z\n", 0), ("unknown", null)])
            .Gauge("d", "Nobody knows.", null);

        Assert.Equal(
            """
            # HELP a Up and down.
            # TYPE a gauge
            a 1.5
            # HELP b_total Up.
            # TYPE b_total counter
            b_total 123456789012
            # HELP c_total By what.
            # TYPE c_total counter
            c_total{of="one"} 1
            c_total{of="x\"y\\z\n"} 0

            """.ReplaceLineEndings("\n"),
            page.ToString());
    }

    [Fact]
    public void What_a_node_tells_has_each_name_once_and_a_meaning_for_each()
    {
        var page = new MetricsPage();
        var moment = new NodeMoment(null, new VitalCounts()) { BytesSent = 1, BytesReceived = 2, BytesToday = 3, SinceAnswer = TimeSpan.FromSeconds(1), Replays = [1, 2, 3] };
        NodeMetrics.Write(page, moment, NodeHealth.Of(moment, TimeSpan.Zero, 1L << 40));
        NodeMetrics.WriteHome(page, credit: null, shared: 4, new Chain.Outboxes.OutboxCount(1, 2, 3), freeBytes: 5);
        ProcessMetrics.Write(page);

        var lines = $"{page}".Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var samples = lines.Where(line => line[0] != '#').ToList();
        Assert.All(samples, line => Assert.Matches("""^[a-z][a-z0-9_]*(\{[a-z]+="[^"\\]*"\})? (-?[0-9][0-9.E+-]*)$""", line));
        Assert.Distinct(samples.Select(line => line[..line.LastIndexOf(' ')]));
        var told = lines.Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]).ToList();
        Assert.Distinct(told);
        Assert.Equal(told.Order(), samples.Select(line => line.Split('{', ' ')[0]).Distinct().Order());
        Assert.All(lines.Where(line => line.EndsWith(" counter", StringComparison.Ordinal)), line => Assert.EndsWith("_total", line.Split(' ')[2], StringComparison.Ordinal));
        Assert.Contains("blockassist_own_work_total{reason=\"Verified\"} 0", samples);
        Assert.Contains("blockassist_outbox{state=\"landed\"} 3", samples);
    }
}

using System.Text.RegularExpressions;
using BlockAssist.Chain.Outboxes;
using BlockAssist.Cli.Monitoring;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Disputes;
using Microsoft.Extensions.Time.Testing;

namespace BlockAssist.Cli.Tests.Monitoring;

/// <summary>What a hub tells Prometheus, and whether pages and alerts speak of the same.</summary>
public sealed partial class HubMetricsTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly HubVitals _vitals;

    public HubMetricsTests() => _vitals = new HubVitals(_clock);

    [Fact]
    public void Verdicts_and_rulings_are_counted_by_what_they_came_to_and_each_kind_is_there_from_the_first_scrape_on()
    {
        _vitals.Note(new Replayed(default, default, default, 1, ReplayOutcome.Different, 0.5));
        _vitals.Note(new Replayed(default, default, default, 2, ReplayOutcome.Same, 0));
        _vitals.Note(new Replayed(default, default, default, 3, ReplayOutcome.Same, 0));
        _vitals.Note(new Ruled(default, default, 1, Ruling.ForChallenger));
        _vitals.Note(new LeaseAsked(default, default, 1));

        var page = Page();

        Assert.Contains("\nblockassist_hub_replays_total{outcome=\"Same\"} 2\n", page, StringComparison.Ordinal);
        Assert.Contains("\nblockassist_hub_replays_total{outcome=\"Different\"} 1\n", page, StringComparison.Ordinal);
        Assert.Contains("\nblockassist_hub_replays_total{outcome=\"Undecided\"} 0\n", page, StringComparison.Ordinal);
        Assert.Contains("\nblockassist_hub_rulings_total{ruling=\"ForChallenger\"} 1\n", page, StringComparison.Ordinal);
        Assert.Contains("\nblockassist_gateway_refusals_total{reason=\"BadSignature\"} 0\n", page, StringComparison.Ordinal);
        Assert.Contains("\nblockassist_gateway_refusals_total{reason=\"RateLimit\"} 0\n", page, StringComparison.Ordinal);
        Assert.Contains("\nblockassist_gateway_answers_total{answer=\"Taken\"} 0\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void How_the_swarm_stands_is_told_by_the_process_that_drives_its_rounds_and_by_no_other()
    {
        Assert.Contains("\nblockassist_hub_drives 0\n", Page(), StringComparison.Ordinal);
        Assert.DoesNotContain("blockassist_hub_round", Page(), StringComparison.Ordinal);

        _vitals.Note(new RoundNow(42, RoundStage.Verifying, 7));
        var driving = Page();
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Contains("\nblockassist_hub_drives 1\n", driving, StringComparison.Ordinal);
        Assert.Contains("\nblockassist_hub_round 42\n", driving, StringComparison.Ordinal);
        Assert.Contains("\nblockassist_hub_round_peers 7\n", driving, StringComparison.Ordinal);
        Assert.Contains("\nblockassist_hub_round_stage{stage=\"Verifying\"} 1\n", driving, StringComparison.Ordinal);
        Assert.Single(driving.Split('\n'), line => line.StartsWith("blockassist_hub_round_stage{", StringComparison.Ordinal) && line.EndsWith(" 1", StringComparison.Ordinal));
        Assert.DoesNotContain("blockassist_hub_round", Page(), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_figure_is_in_the_documentation_and_alerts_ask_for_none_that_there_is_not()
    {
        var told = Types().Matches(Whole()).Select(match => match.Groups[1].Value).Where(name => name.StartsWith("blockassist_", StringComparison.Ordinal)).ToHashSet();
        var page = File.ReadAllText(Path.Combine(SharedData.CheckoutRoot(), "docs", "operating.md"));
        var alerts = File.ReadAllText(Path.Combine(SharedData.CheckoutRoot(), "deploy", "prometheus", "alerts.yml"));

        Assert.All(told, name => Assert.Contains($"`{name}", page, StringComparison.Ordinal));
        Assert.Subset(told, Names().Matches(alerts).Select(match => match.Value).ToHashSet());
        Assert.Subset(told, Documented().Matches(page).Select(match => match.Groups[1].Value).ToHashSet());
    }

    [Fact]
    public void Labels_of_alerts_have_values_that_there_are()
    {
        var samples = Whole().Split('\n');
        var alerts = File.ReadAllText(Path.Combine(SharedData.CheckoutRoot(), "deploy", "prometheus", "alerts.yml"));

        foreach (Match match in Labels().Matches(alerts))
        {
            var (name, label) = (match.Groups[1].Value, match.Groups[2].Value);
            Assert.All(match.Groups[3].Value.Split('|'), value => Assert.Contains(samples, line => line.StartsWith($"{name}{{{label}=\"{value}\"}}", StringComparison.Ordinal)));
        }
    }

    private string Page()
    {
        var page = new MetricsPage();
        HubMetrics.Write(page, _vitals);
        return $"{page}";
    }

    private static string Whole()
    {
        var clock = new FakeTimeProvider();
        var (page, hub) = (new MetricsPage(), new HubVitals(clock));
        hub.Note(new RoundNow(1, RoundStage.Training, 1));
        var status = new NodeStatus { Process = 1, Since = default, At = default, Network = "home", Peer = "p", Round = 1, Lease = new LeaseStatus(1, 2, default) };
        var moment = new NodeMoment(status, new VitalCounts()) { BytesSent = 1, BytesReceived = 2, BytesToday = 3, SinceAnswer = TimeSpan.FromSeconds(1), Replays = [1, 2, 3] };
        NodeMetrics.Write(page, moment, NodeHealth.Of(moment, TimeSpan.Zero, 1L << 40));
        NodeMetrics.WriteHome(page, new CreditReport(1, 1, 1, 1), shared: 4, new OutboxCount(1, 2, 3), freeBytes: 5);
        page.Gauge("blockassist_traffic_budget_bytes", "A budget.", 1);
        HubMetrics.Write(page, hub);
        ProcessMetrics.Write(page);
        return $"{page}";
    }

    [GeneratedRegex("^# TYPE ([a-z0-9_]+) ", RegexOptions.Multiline)]
    private static partial Regex Types();

    [GeneratedRegex("blockassist_[a-z0-9_]+")]
    private static partial Regex Names();

    [GeneratedRegex("`(blockassist_[a-z0-9_]+)[`{]")]
    private static partial Regex Documented();

    [GeneratedRegex("""(blockassist_[a-z0-9_]+)\{([a-z]+)=~?"([^"]+)"\}""")]
    private static partial Regex Labels();
}

using BlockAssist.Chain.Outboxes;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Monitoring;

/// <summary>What a node tells Prometheus of itself. Labels have the values of lists in the program, never those that others send.</summary>
internal static class NodeMetrics
{
    /// <summary>The figures of the node.</summary>
    /// <param name="page">Where they go.</param>
    /// <param name="moment">What it knows.</param>
    /// <param name="health">How it does.</param>
    public static void Write(MetricsPage page, NodeMoment moment, NodeHealth health)
    {
        var (counts, status) = (moment.Counts, moment.Status);
        page.Gauge("blockassist_healthy", "1 if all checks are ok.", health.Healthy ? 1 : 0)
            .Gauge("blockassist_ready", "1 if the node has found its swarm and reaches it.", health.Ready ? 1 : 0)
            .Gauges("blockassist_check_ok", "1 if what was looked at is as it should be.", "check", health.Checks.Select(check => (check.Name, (double?)(check.Ok ? 1 : 0))))
            .Gauge("blockassist_hub_silence_seconds", "How long ago the hub last answered.", moment.SinceAnswer?.TotalSeconds)
            .Gauge("blockassist_round", "The round that is open or next.", status is { Round: > 0 } ? status.Round : null)
            .Counter("blockassist_rounds_closed_total", "Rounds that were closed.", counts.Rounds)
            .Counters("blockassist_own_work_total", "Rounds by what came of the node's own work.", "reason", By(moment, credit => credit.Rounds))
            .Counters("blockassist_credit_total", "Credit that the node's own work brought.", "reason", By(moment, credit => credit.Amount))
            .Counters("blockassist_leases_total", "Leases that the node asked for.", "answer", [("taken", counts.Leases), ("refused", counts.Refused)])
            .Counter("blockassist_segments_trained_total", "Segments of leases that were trained.", counts.Segments)
            .Gauge("blockassist_lease_segments", "Segments of the lease that is trained; absent without one.", status?.Lease?.Segments)
            .Gauge("blockassist_lease_segments_done", "How many of them are done.", status?.Lease?.Done)
            .Counters("blockassist_replays_total", "Segments of others that were trained again, by what came of it.", "outcome", moment.Replays.Select((count, at) => (((ReplayOutcome)at).ToString(), (double?)count)))
            .Counter("blockassist_models_promoted_total", "Models that were promoted.", counts.Models)
            .Counter("blockassist_clips_received_total", "Clips of others that can be learnt from.", counts.ClipsReceived)
            .Counter("blockassist_clips_offered_total", "Clips that were offered to others.", counts.ClipsOffered)
            .Counter("blockassist_troubles_total", "How often something did not work and was tried again.", counts.Troubles)
            .Counters("blockassist_blob_bytes_total", "Bytes of blobs that went over the network.", "direction", [("sent", moment.BytesSent), ("received", moment.BytesReceived)])
            .Gauge("blockassist_traffic_today_bytes", "Bytes that went over the network today, over all starts.", moment.BytesToday);
    }

    /// <summary>What is in the node's home.</summary>
    /// <param name="page">Where it goes.</param>
    /// <param name="credit">What it was credited; null if there is no record.</param>
    /// <param name="shared">How many sessions are shared; null where none are by design.</param>
    /// <param name="outbox">How far contributions are; null where that is not known.</param>
    /// <param name="freeBytes">What the disk has left; null where nobody knows.</param>
    public static void WriteHome(MetricsPage page, CreditReport? credit, int? shared, OutboxCount? outbox, long? freeBytes) => page
        .Gauges("blockassist_credit", "Credit by whether it may still be lost, by the records that the hub has signed.", "state", [("safe", credit?.Free), ("locked", credit?.Locked), ("lost", credit?.Lost)])
        .Gauge("blockassist_shared_sessions", "Sessions that a swarm may learn from.", shared)
        .Gauges("blockassist_outbox", "Contributions by how far they are on their way to the chain.", "state", [("queued", outbox?.Queued), ("sent", outbox?.Sent), ("landed", outbox?.Landed)])
        .Gauge("blockassist_disk_free_bytes", "What the disk of the node's home has left.", freeBytes);

    // All of them from the first scrape on, so that the first of a kind is an increase.
    private static IEnumerable<(string Of, double? Value)> By(NodeMoment moment, Func<(int Rounds, double Amount), double> figure) =>
        Enum.GetValues<CreditReason>().Select(reason => ($"{reason}", (double?)figure(moment.Credits.GetValueOrDefault(reason))));
}

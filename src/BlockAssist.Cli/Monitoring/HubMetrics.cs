using BlockAssist.Net.Gateway;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Monitoring;

/// <summary>What a hub tells Prometheus of its gateway and its rounds. Labels have the values of lists in the program, never those that others send.</summary>
internal static class HubMetrics
{
    /// <summary>The figures of the hub.</summary>
    /// <param name="page">Where they go.</param>
    /// <param name="vitals">What it knows of itself.</param>
    public static void Write(MetricsPage page, HubVitals vitals)
    {
        WriteGateway(page, vitals);
        var standing = vitals.Standing;
        page.Gauge("blockassist_hub_drives", "1 if this process drives the rounds of its swarm.", standing is null ? 0 : 1)
            .Gauge("blockassist_hub_round", "The round that is open or next.", standing?.Round)
            .Gauges("blockassist_hub_round_stage", "1 for the stage of that round; Closed until somebody asks for work.", "stage", standing is { } now
                ? Enum.GetValues<RoundStage>().Select(stage => ($"{stage}", (double?)(stage == now.Stage ? 1 : 0)))
                : [])
            .Gauge("blockassist_hub_round_peers", "Peers with a lease in the open round.", standing?.Peers)
            .Counters("blockassist_hub_replays_total", "Findings of verifiers that count, by what they came to.", "outcome", vitals.Replays.Select(one => ($"{one.Outcome}", (double?)one.Count)))
            .Counters("blockassist_hub_rulings_total", "What the referee said in disputes.", "ruling", vitals.Rulings.Select(one => ($"{one.Ruling}", (double?)one.Count)));
    }

    private static void WriteGateway(MetricsPage page, HubVitals vitals)
    {
        var gateway = vitals.Gateway;
        page.Gauge("blockassist_gateway_connections", "Connections to the gateway.", gateway.Connections)
            .Gauge("blockassist_gateway_connections_limit", "How many there may be at once.", GatewayOptions.UsualConnections)
            .Counter("blockassist_gateway_connections_opened_total", "Connections that were opened.", gateway.Connected)
            .Counter("blockassist_gateway_handshakes_total", "Of those, the ones of somebody who proved a key.", gateway.Handshakes)
            .Counter("blockassist_gateway_requests_total", "Requests to the gateway.", gateway.Requests)
            .Gauge("blockassist_gateway_listening", "Peers that wait to hear something now.", gateway.Hearing)
            .Counters("blockassist_gateway_messages_total", "Envelopes that came in, taken or not, and that were handed out.", "direction", Both(gateway.Messages))
            .Counters("blockassist_gateway_message_bytes_total", "Bytes of envelopes.", "direction", Both(gateway.MessageBytes))
            .Counters("blockassist_gateway_blob_bytes_total", "Bytes of blobs.", "direction", Both(gateway.BlobBytes))
            .Counters("blockassist_gateway_refusals_total", "What the gateway refused, by why.", "reason", gateway.Refusals.Select(one => (one.Reason, (double?)one.Count)))
            .Counters("blockassist_gateway_answers_total", "What the hub answered to envelopes that were let in.", "answer", gateway.Answers.Select(one => (one.Answer, (double?)one.Count)));
    }

    private static IEnumerable<(string Of, double? Value)> Both((long In, long Out) flow) => [("received", flow.In), ("sent", flow.Out)];
}

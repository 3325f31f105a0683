using System.Globalization;
using BlockAssist.Net.Gateway.Bench;
using Spectre.Console;

namespace BlockAssist.Cli.Bench;

/// <summary>What <c>bench gateway</c> found, for people.</summary>
internal static class GatewayTables
{
    /// <summary>Requests as a table; the flood and the memory in a line each.</summary>
    public static Rows Of(GatewayLoad load)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("request", "answered", "median, ms", "99 of 100", "longest", "refused", "failed");
        foreach (var one in load.Requests.Append(load.Flood.Others))
        {
            table.AddRow(Markup.Escape(one.Request), $"{one.Count}", Number(one.Median), Number(one.Percentile99), Number(one.Longest), $"{one.Refused}", $"{one.Failed}");
        }

        return new Rows(
            table,
            new Text(string.Create(CultureInfo.InvariantCulture, $"Flood: {load.Flood.Flooders} of {load.Peers} ask without a pause: {load.Flood.Answered:N0} answered, {load.Flood.Refused:N0} refused, {load.Flood.Failed:N0} without an answer; at most {Mebi(load.Flood.MostBytes)}.")),
            new Text(string.Create(CultureInfo.InvariantCulture, $"Memory of the hub: {Mebi(load.EmptyBytes)} with one peer, {Mebi(load.ConnectedBytes)} with all, {Mebi(load.EndBytes)} at the end: {load.BytesAPeer / 1024:F0} KiB a peer.")));
    }

    private static string Number(double number) => number.ToString(number < 100 ? "F1" : "N0", CultureInfo.InvariantCulture);

    private static string Mebi(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):F0} MiB");
}

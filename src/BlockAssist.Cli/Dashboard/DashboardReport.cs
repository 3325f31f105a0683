using System.Text.Json.Serialization;

namespace BlockAssist.Cli.Dashboard;

/// <summary>Where a dashboard is.</summary>
/// <param name="Address">To be opened in a browser.</param>
internal sealed record DashboardReport(string Address);

/// <summary>How that looks as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DashboardReport))]
internal sealed partial class DashboardReportJson : JsonSerializerContext;

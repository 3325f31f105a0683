using System.Text.Json.Serialization;
using BlockAssist.Cli.Commands.Models;
using BlockAssist.Cli.Dashboard.Pages;

namespace BlockAssist.Cli.Dashboard;

/// <summary>How what a dashboard tells, and is told, looks as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(NowPage))]
[JsonSerializable(typeof(SessionsPage))]
[JsonSerializable(typeof(HelpPage))]
[JsonSerializable(typeof(LearningPage))]
[JsonSerializable(typeof(SwarmRoundsPage))]
[JsonSerializable(typeof(ReplaysPage))]
[JsonSerializable(typeof(CreditPage))]
[JsonSerializable(typeof(ModelsPage))]
[JsonSerializable(typeof(ChainPage))]
[JsonSerializable(typeof(MachinePage))]
[JsonSerializable(typeof(ModelReport))]
[JsonSerializable(typeof(PromoteAct))]
[JsonSerializable(typeof(RollbackAct))]
[JsonSerializable(typeof(ConsentAct))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class DashboardJson : JsonSerializerContext;

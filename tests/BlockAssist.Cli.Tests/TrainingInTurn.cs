namespace BlockAssist.Cli.Tests;

/// <summary>Tests that train in this process, one after another: torch draws what is dropped from one generator.</summary>
[CollectionDefinition(Name)]
public sealed class TrainingInTurn
{
    public const string Name = "training in turn";
}

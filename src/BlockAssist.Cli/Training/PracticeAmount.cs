namespace BlockAssist.Cli.Training;

/// <summary>How many episodes of one kind an assistant practises on.</summary>
/// <param name="Watched">How many it watches at first.</param>
/// <param name="Helped">In how many it helps, each round.</param>
internal sealed record PracticeAmount(int Watched, int Helped);

namespace BlockAssist.Game.Screens;

/// <summary>Writes lengths of time for people.</summary>
internal static class Durations
{
    /// <summary>As in "12 min 5 s".</summary>
    public static string Of(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => $"{(int)time.TotalSeconds} s",
        { TotalHours: < 1 } => $"{time.Minutes} min {time.Seconds} s",
        _ => $"{(int)time.TotalHours} h {time.Minutes} min",
    };
}

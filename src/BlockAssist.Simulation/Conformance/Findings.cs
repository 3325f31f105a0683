namespace BlockAssist.Simulation.Conformance;

/// <summary>Collects answers that were compared, and those that differ.</summary>
/// <param name="where">Names the case in each line about it.</param>
internal sealed class Findings(string where)
{
    private readonly List<string> _mismatches = [];
    private int _checks;

    /// <summary>What was found so far.</summary>
    public CheckResult Result => new(_checks, [.. _mismatches]);

    /// <summary>Compares two answers.</summary>
    public void Equal<T>(string what, T expected, T actual)
    {
        _checks++;
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            _mismatches.Add(string.Create(Invariant, $"{where}: {what}: expected {expected}, got {actual}"));
        }
    }

    /// <summary>Compares two numbers up to rounding.</summary>
    public void Near(string what, double expected, double actual)
    {
        _checks++;
        var same = Math.Abs(expected - actual) <= 1e-9 * Math.Max(1, Math.Abs(expected)) || (double.IsNaN(expected) && double.IsNaN(actual));
        if (!same)
        {
            _mismatches.Add(string.Create(Invariant, $"{where}: {what}: expected {expected}, got {actual}"));
        }
    }

    private static IFormatProvider Invariant => System.Globalization.CultureInfo.InvariantCulture;
}

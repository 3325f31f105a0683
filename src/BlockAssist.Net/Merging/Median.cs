namespace BlockAssist.Net.Merging;

/// <summary>The middle of some numbers; of an even number of them the mean of the two in the middle.</summary>
internal static class Median
{
    /// <summary>Finds it.</summary>
    /// <param name="numbers">The numbers; in order afterwards.</param>
    /// <returns>0 of none.</returns>
    public static double Of(Span<double> numbers)
    {
        numbers.Sort();
        return numbers.IsEmpty ? 0 : (numbers[(numbers.Length - 1) / 2] + numbers[numbers.Length / 2]) / 2;
    }
}

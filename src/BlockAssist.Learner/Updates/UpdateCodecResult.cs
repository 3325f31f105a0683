namespace BlockAssist.Learner.Updates;

/// <summary>What one way to write updates costs and loses.</summary>
/// <param name="Format">The way.</param>
/// <param name="Bytes">The size of the first update.</param>
/// <param name="Ratio">How many times smaller that is than its numbers in single precision.</param>
/// <param name="EncodeMilliseconds">The time to write it, the median of several.</param>
/// <param name="DecodeMilliseconds">The time to read it, the median of several.</param>
/// <param name="Error">The length of what is lost, as a share of the length of the update.</param>
/// <param name="ErrorOfSum">The same of the sum of all rounds.</param>
/// <param name="ErrorOfSumWithFeedback">The same with <see cref="ErrorFeedback"/>.</param>
public sealed record UpdateCodecResult(
    string Format,
    int Bytes,
    double Ratio,
    double EncodeMilliseconds,
    double DecodeMilliseconds,
    double Error,
    double ErrorOfSum,
    double ErrorOfSumWithFeedback);

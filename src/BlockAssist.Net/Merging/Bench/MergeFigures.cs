namespace BlockAssist.Net.Merging.Bench;

/// <summary>What a rule costs, and what it makes of lies.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Milliseconds">How long a merge takes.</param>
/// <param name="TimesNaive">How many times as long the same takes written down plainly; null where there is nothing plainer.</param>
/// <param name="Honest">How far the merge is from what all peers learnt but for noise, where nobody lies; as a share of that one's length.</param>
/// <param name="WithLiars">The same where some say the opposite of what they learnt.</param>
/// <param name="WithImmense">The same where they say it a thousand times as loudly.</param>
/// <param name="WithHidden">The same where they stay just within the spread of honest ones, all on the same side (Baruch et al. 2019, "A Little Is Enough").</param>
public sealed record MergeFigures(string Rule, double Milliseconds, double? TimesNaive, double Honest, double WithLiars, double WithImmense, double WithHidden);

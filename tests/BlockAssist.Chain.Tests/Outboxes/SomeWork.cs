using BlockAssist.Chain.Contributions;

namespace BlockAssist.Chain.Tests.Outboxes;

/// <summary>Contributions for tests.</summary>
internal static class SomeWork
{
    public static Work Number(int number) => new((WorkKind)(number % 4), Some.Hash(number), number % 4 == 0 ? default : Some.Hash(-number));
}

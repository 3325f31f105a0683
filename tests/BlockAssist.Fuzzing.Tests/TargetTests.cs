using BlockAssist.Fuzzing.Engine;
using BlockAssist.Fuzzing.Targets;

namespace BlockAssist.Fuzzing.Tests;

/// <summary>Everything that reads bytes of strangers, shown what once was wrong, and some more.</summary>
public sealed class TargetTests
{
    public static TheoryData<string> Names => [.. FuzzTargets.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_wrong_with_what_was_found_before_nor_with_changes_of_it(string name)
    {
        using var room = new FuzzRoom();
        var target = FuzzTargets.Find(name)!;
        var trial = new Trial(target, target.Open(room));
        byte[][] corpus = [.. target.Seeds(), .. FuzzCorpus.Of(target)];
        var mutations = new Mutations(1, target.Words, target.MostBytes);

        Assert.NotEmpty(target.Seeds());
        foreach (var input in corpus)
        {
            Demand(trial, input);
        }

        for (var i = 0; i < target.ChangesInTests; i++)
        {
            var changed = mutations.Of(corpus[mutations.Next(corpus.Length)], corpus[mutations.Next(corpus.Length)]);
            Demand(trial, target.Seal?.Invoke(changed) ?? changed);
        }
    }

    [Fact]
    public void Each_has_a_name_of_its_own_and_every_corpus_is_of_one()
    {
        Assert.Distinct(FuzzTargets.All.Select(target => target.Name));
        Assert.All(Directory.EnumerateDirectories(Path.Combine(AppContext.BaseDirectory, "corpus")), folder => Assert.NotNull(FuzzTargets.Find(Path.GetFileName(folder))));
    }

    private static void Demand(Trial trial, byte[] input)
    {
        if (trial.Of(input) is { } finding)
        {
            Assert.Fail($"{finding.Kind}: {finding.Text}\nThe input: {Convert.ToBase64String(input)}");
        }
    }
}

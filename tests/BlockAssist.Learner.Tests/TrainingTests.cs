using BlockAssist.Learner.Networks;

namespace BlockAssist.Learner.Tests;

/// <summary>Tests that draw from torch's one random generator or count its tensors: one after the other, beside no others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TrainingTests : ICollectionFixture<TrainingTests.OneThread>
{
    public const string Name = "training";

    public sealed class OneThread
    {
        public OneThread() => TorchRuntime.Start(1);
    }
}

using BlockAssist.Cli.Swarm.Studies.Learning;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;

namespace BlockAssist.Cli.Tests.Swarm.Studies;

[Collection(TrainingInTurn.Name)]
public sealed class LearningSwarmTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Peers_learn_together_and_the_same_seed_comes_to_the_same()
    {
        var swarm = Open();
        var before = swarm.Begin(5, 1, Cancellation);
        var plan = new SwarmLearning { Peers = 2, Steps = 6, Rounds = 3, Seed = 1 };

        var after = swarm.Together(plan, before, Cancellation);

        Assert.True(swarm.Judge(after, Cancellation).Loss < swarm.Judge(before, Cancellation).Loss);
        Assert.Equal(after, swarm.Together(plan, before, Cancellation));
        Assert.NotEqual(after, swarm.Together(plan with { Seed = 2 }, before, Cancellation));
    }

    [Fact]
    public void One_peer_whose_optimizer_goes_on_is_one_who_trains_alone()
    {
        var swarm = Open();
        var before = swarm.Begin(5, 1, Cancellation);

        var merged = swarm.Together(new SwarmLearning { Peers = 1, Steps = 4, Rounds = 3, Seed = 1, GoesOn = true, Rule = "mean", Outer = new(1, 0) }, before, Cancellation);

        var alone = swarm.Alone(before, 12, SwarmLearning.UsualBatch, 10_007, Cancellation);
        Assert.All(alone.Zip(merged), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }

    [Fact]
    public void Wrong_labels_are_possible_and_are_wrong()
    {
        var play = StudyPlay.MadeUpIn(_folder.File("play"), 6, Cancellation);
        var network = new HumanNetwork(new HumanNetworkOptions());
        var options = new TrainingOptions { Batch = 2, Length = 16 };
        var pool = new WindowPool(play.Learnt, 8, 16, 1, Cancellation);

        var (right, wrong) = (Lesson(pool.Lessons(network, _ => true)), Lesson(new WrongLabels(pool.Lessons(network, _ => true))));

        Assert.Contains(Enumerable.Range(0, 32), turn => right.Turns[turn] != wrong.Turns[turn]);
        Assert.All(Enumerable.Range(0, 32), turn => Assert.Equal(1, wrong.Views[turn].Types[wrong.Turns[turn].Type]));
        Assert.All(Enumerable.Range(0, 32).Where(turn => wrong.Turns[turn].Type == 1), turn => Assert.Equal(1, wrong.Views[turn].Place[wrong.Turns[turn].Cell]));

        Learner.Data.Minibatch Lesson(ILessons lessons) => ((HumanLesson)lessons.Prepare(0, options)).Minibatch;
    }

    [Fact]
    public void Who_comes_and_goes_makes_as_many_steps_in_all()
    {
        var plan = new SwarmLearning { Peers = 8, Steps = 1, Rounds = 12, Seed = 1 };

        Assert.All(
            (Attendance[])[Attendance.Doubling, Attendance.Halving],
            attendance => Assert.Equal(72, Enumerable.Range(0, 12).Sum((plan with { Attendance = attendance }).PeersIn)));
        Assert.Equal(1, (plan with { Attendance = Attendance.Rising }).PeersIn(0));
        Assert.Equal(8, (plan with { Attendance = Attendance.Falling }).PeersIn(0));
    }

    public void Dispose() => _folder.Dispose();

    private LearningSwarm Open()
    {
        TorchRuntime.Start(1);
        return new LearningSwarm(StudyPlay.MadeUpIn(_folder.File("play"), 6, Cancellation), (24, 8, 8), Cancellation);
    }
}

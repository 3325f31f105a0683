using System.Numerics.Tensors;
using BlockAssist.Learner.Updates;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Tests.Updates;

public sealed class ErrorFeedbackTests
{
    private static readonly string Base = ContentHash.Of([]);

    [Theory]
    [InlineData(UpdateFormat.I8, 0.5)]
    [InlineData(UpdateFormat.I4, 0.5)]
    [InlineData(UpdateFormat.Sparse, 0.7)]
    public void The_receivers_sum_is_nearer_with_feedback(UpdateFormat format, double atMost)
    {
        var benchmark = new UpdateCodecBenchmark(SampleUpdates.Make(5000, 10, 2, 1), TimeProvider.System) { Repetitions = 1 };

        var result = benchmark.Run(new UpdateOptions(format) { Kept = 0.1 });

        Assert.InRange(result.ErrorOfSumWithFeedback, 0, atMost * result.ErrorOfSum);
    }

    [Fact]
    public void What_was_sent_and_what_is_left_add_up_to_what_was_meant()
    {
        using var codec = new UpdateCodec();
        var feedback = new ErrorFeedback(300);
        float[] meant = new float[300], sent = new float[300], one = new float[300];
        for (var round = 0; round < 5; round++)
        {
            var change = UpdateCodecTests.SomeChange(300, (ulong)round);
            codec.Decode(feedback.Encode(codec, change, new UpdateOptions(UpdateFormat.I4), Base), one, Base, "update");
            feedback.Delivered();
            TensorPrimitives.Add(meant, change, meant);
            TensorPrimitives.Add(sent, one, sent);
        }

        TensorPrimitives.Add(sent, feedback.Residual, sent);
        Assert.InRange(TensorPrimitives.Distance<float>(sent, meant), 0, 1e-6);
    }

    [Fact]
    public void An_update_that_never_arrived_leaves_nothing_behind()
    {
        using var codec = new UpdateCodec();
        var options = new UpdateOptions(UpdateFormat.I4);
        var change = UpdateCodecTests.SomeChange(300, 1);
        var feedback = new ErrorFeedback(300);

        var first = feedback.Encode(codec, change, options, Base);
        var again = feedback.Encode(codec, change, options, Base);

        Assert.Equal(first, again);
        Assert.Equal(new float[300], feedback.Residual.ToArray());
        feedback.Delivered();
        Assert.Throws<InvalidOperationException>(feedback.Delivered);
    }

    [Fact]
    public void A_sender_goes_on_where_it_stopped()
    {
        using var codec = new UpdateCodec();
        var options = new UpdateOptions(UpdateFormat.I4);
        var feedback = new ErrorFeedback(300);
        feedback.Encode(codec, UpdateCodecTests.SomeChange(300, 1), options, Base);
        feedback.Delivered();

        var resumed = new ErrorFeedback(feedback.Residual);

        Assert.Equal(
            feedback.Encode(codec, UpdateCodecTests.SomeChange(300, 2), options, Base),
            resumed.Encode(codec, UpdateCodecTests.SomeChange(300, 2), options, Base));
    }
}

using CommonGround.Domain.Documents;

namespace CommonGround.Web.Infrastructure.Documents.Layout.Blocks;

/// <summary>Turns each kind of block into strips.</summary>
internal static class BlockSetter
{
    private const double CloseToHeading = 3, AfterShape = 13, AfterVoice = 10;

    public static IEnumerable<Strip> Set(IReadOnlyList<Block> blocks, Setting setting)
    {
        var levels = new HeadingLevels();
        Block? previous = null;
        var startsPage = false;
        foreach (var block in blocks)
        {
            if (block is PageBreak)
            {
                startsPage = true;
                continue;
            }

            var isFirst = true;
            foreach (var strip in Set(block, setting, levels))
            {
                yield return isFirst ? strip with { SpaceBefore = AirBetween(previous, block, strip.SpaceBefore), StartsPage = startsPage } : strip;
                isFirst = startsPage = false;
            }

            previous = block;
        }
    }

    /// <summary>A heading stands close to what it heads; what has its own shape keeps the next words at a distance.</summary>
    private static double AirBetween(Block? above, Block below, double own) => above switch
    {
        Heading when below is not Heading => Math.Min(own, CloseToHeading),
        Table or GradedStepsFigure or Callout => Math.Max(own, AfterShape),
        Paragraph { Tone: Tone.Voice } => Math.Max(own, AfterVoice),
        _ => own,
    };

    private static IEnumerable<Strip> Set(Block block, Setting setting, HeadingLevels levels) => block switch
    {
        Heading heading => HeadingSetter.Set(heading.Text, levels.Next(heading.Level), setting),
        Paragraph paragraph => ParagraphSetter.Set(paragraph, setting),
        ItemList list => ItemListSetter.Set(list, setting),
        FactList facts => FactListSetter.Set(facts, setting),
        Table table => TableSetter.Set(table, setting),
        Callout callout => CalloutSetter.Set(callout, setting),
        GradedStepsFigure figure => GradedStepsSetter.Set(figure, setting),
        Signatures signatures => SignaturesSetter.Set(signatures, setting),
        _ => throw new InvalidOperationException($"No setting for {block.GetType().Name}."),
    };
}

using CommonGround.Domain.Documents;

namespace CommonGround.Web.Infrastructure.Documents;

/// <summary>The table beside the drawing: the same numbers for those who would rather read, or cannot see it.</summary>
internal static class GradedStepsTable
{
    public static Table Of(GradedStepsFigure figure, DocumentWords words)
    {
        var hasNotes = figure.Steps.Any(step => step.Note is not null);
        string[] header = hasNotes
            ? [words.StepColumn, words.DegreeColumn, words.NoteColumn]
            : [words.StepColumn, words.DegreeColumn];
        return new Table(figure.Kind, header, [.. figure.Steps.Select(Row)], widths: hasNotes ? [2, 1.5, 4] : [2, 3]);

        TableRow Row(StepBar step) => hasNotes
            ? new TableRow(step.Label, words.Degree(step), step.Note ?? "")
            : new TableRow(step.Label, words.Degree(step));
    }
}

using System.Globalization;
using CommonGround.Domain;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Features.Meetings.HoldMeeting;

/// <summary>The form of an agreement.</summary>
public sealed class AgreementInput
{
    public string? Text { get; set; }

    public AgreementType Type { get; set; } = AgreementType.Adjustment;

    public Guid? Owner { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? Review { get; set; }

    /// <summary>As people write numbers: 12, 12.5 or 12,5.</summary>
    public string? WorkFrom { get; set; }

    public string? WorkTo { get; set; }

    public WorkUnit Unit { get; set; } = WorkUnit.Percent;

    public int Version { get; set; }

    public static AgreementInput Of(Agreement agreement) => new()
    {
        Text = agreement.Text, Type = agreement.Type, Owner = agreement.OwnerPartyId, From = agreement.From, Review = agreement.Review,
        WorkFrom = agreement.WorkFrom?.ToString("0.##", CultureInfo.CurrentCulture),
        WorkTo = agreement.WorkTo?.ToString("0.##", CultureInfo.CurrentCulture),
        Unit = agreement.WorkUnit ?? WorkUnit.Percent, Version = agreement.Version,
    };

    public Error? Read(out AgreementTerms? terms)
    {
        terms = null;
        if (!Number(WorkFrom, out var from) || !Number(WorkTo, out var to))
            return new WorkRangeOutOfBounds();

        var work = Type == AgreementType.GradedStep && (from ?? to) is { } one ? new WorkRange(from ?? one, to ?? one, Unit) : null;
        terms = new AgreementTerms(Text ?? "", Type, Owner, From, Review, work);
        return null;
    }

    private static bool Number(string? text, out decimal? value)
    {
        value = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        if (!decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out var read))
            return false;

        value = read;
        return true;
    }
}

/// <summary>The form of a difference.</summary>
public sealed class DifferenceInput
{
    public string? Text { get; set; }

    public Guid? Owner { get; set; }

    public DateOnly? AnswerBy { get; set; }
}

/// <summary>The form of what is kept for later.</summary>
public sealed class LaterInput
{
    public string? Text { get; set; }

    public InformationKind Kind { get; set; } = InformationKind.Work;
}

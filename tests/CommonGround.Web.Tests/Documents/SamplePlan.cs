using CommonGround.Domain.Documents;
using CommonGround.Domain.Sharing;
using static CommonGround.Domain.Documents.InlineText;

namespace CommonGround.Web.Tests.Documents;

/// <summary>A plan copy such as a supervisor gets, with nearly every kind of block in it, in each language.</summary>
internal static class SamplePlan
{
    public static readonly DateTimeOffset Made = new(2026, 12, 9, 13, 40, 0, TimeSpan.FromHours(1));

    public static Document In(string language) => language switch
    {
        "sv" => Swedish(),
        "da" => Danish(),
        _ => English(),
    };

    public static Document English() => new()
    {
        Language = "en",
        Title = "Plan for return to work",
        Subtitle = "Sara Lind, teacher, class 4B",
        MetaLines = ["Version 2 · 9 December 2026 · copy for Jonas Ek"],
        Author = "Amina Nord, Region North",
        Classification = "Confidential: only for the supervisor of Sara Lind",
        CreatedAt = Made,
        Blocks =
        [
            new Callout(InformationKind.Plan, "What this copy is for", ["You have it so that you can do your part. ", new("It holds ", Strong("only what was agreed"), " together on 9 December. Keep it where others do not read it.")]),
            new Heading(InformationKind.Plan, 1, "What Sara says"),
            new Paragraph(InformationKind.Plan, "Released by Sara for this plan on 9 December", Tone.Soft),
            new Paragraph(InformationKind.Plan, "I want back to my class. Noise and many questions at once empty me by eleven. Mornings are good. Last time I went up to full time in four weeks and it fell apart.", Tone.Voice),
            new Heading(InformationKind.Plan, 1, "Goals"),
            new Table(InformationKind.Plan, ["Goal", "Review", "Who agrees"],
            [
                new("Back to my own job, half time, before Easter", "1 February", "✓ Sara  ✓ Jonas  ✓ Dr Berg"),
                new("Two teaching hours in a row without exhaustion", "12 January", "✓ Sara  ✓ Jonas  ○ Dr Berg"),
            ]),
            new Heading(InformationKind.Plan, 1, "The way back"),
            new GradedStepsFigure(InformationKind.Plan, "Share of full working time", "Four steps from 25 percent in January to between 50 and 75 percent in March.",
            [
                new("12 Jan", 25, 25, "Mornings, with a second teacher"),
                new("26 Jan", 25, 50, "Review on 23 January. May pause"),
                new("9 Feb", 50, 50, "Own class on Mondays and Tuesdays"),
                new("9 Mar", 50, 75, "Only if the review on 6 March says so"),
            ]),
            new Paragraph(InformationKind.Plan, "No step is taken without its review. A step can pause or go back. That is part of the plan.", Tone.Emphasised),
            new Heading(InformationKind.Plan, 1, "Changes at work"),
            new Heading(InformationKind.Plan, 2, "In place"),
            new ItemList(InformationKind.Plan, ["Own room after lunch", "A colleague takes parents' calls until March → Eva Öst"]),
            new Heading(InformationKind.Plan, 2, "Still to do"),
            new ItemList(InformationKind.Plan, ["One task at a time, as a list on Mondays (Jonas, 12 January)", "A substitute for 4B: no money was found in November. Jonas answers by 11 December whether the school can share one with class 4A, and tells Sara the same day"], Numbered: true),
            new Heading(InformationKind.Plan, 1, "Who does what"),
            new FactList(InformationKind.Plan,
            [
                new("Jonas Ek", "Talks with Sara for ten minutes every Monday"),
                new("Amina Nord", new("Calls both before every review. Phone ", Strong("090-123 45 67"))),
                new("Next meeting", "1 February 2027, 13:00–14:00, at the school"),
            ]),
            new Heading(InformationKind.Plan, 3, "If it gets worse"),
            new Paragraph(InformationKind.Plan, "Sara goes back to the step before, the same day, and tells Jonas. Nobody needs a reason. Amina is told within a week…"),
            new Heading(InformationKind.Plan, 1, "Agreed and received"),
            new Signatures(InformationKind.Plan,
            [
                new("Sara Lind", "Agreed 9 December 2026, 13:38"),
                new("Jonas Ek, supervisor", "Received 9 December 2026, 13:40"),
                new("Karin Berg, doctor"),
            ]),
        ],
    };

    public static Document Swedish() => new()
    {
        Language = "sv",
        Title = "Plan för återgång i arbete",
        Subtitle = "Sara Lind, lärare, klass 4B",
        MetaLines = ["Version 2 · 9 december 2026 · kopia till Jonas Ek"],
        Author = "Amina Nord, Region Norr",
        Classification = "Sekretess: bara för Sara Linds chef",
        CreatedAt = Made,
        Blocks =
        [
            new Heading(InformationKind.Plan, 1, "Mål"),
            new Paragraph(InformationKind.Plan, "Jag vill tillbaka till min klass. Ljud och många frågor på en gång gör mig tom före elva.", Tone.Voice),
            new Table(InformationKind.Plan, ["Mål", "Uppföljning"], [new("Åter i eget arbete på halvtid före påsk", "1 februari")], "Det vi har kommit överens om"),
            new GradedStepsFigure(InformationKind.Plan, "Andel av heltid", "Två steg: 25 procent i januari och upp till 50 i februari.",
                [new("12 jan", 25, 25), new("9 feb", 25, 50)]),
            new ItemList(InformationKind.Plan, ["Eget rum efter lunch", "En uppgift i taget → lista på måndagar"]),
            new Table(InformationKind.Plan, ["Vad", "Vem"], []),
            new Signatures(InformationKind.Plan, [new("Jonas Ek, chef")]),
        ],
    };

    public static Document Danish() => new()
    {
        Language = "da",
        Title = "Plan for tilbagevenden til arbejde",
        Subtitle = "Søren Kjær, pædagog",
        MetaLines = ["Version 1 · 9. december 2026 · kopi til Åse Bæk"],
        Author = "Mette Høj, Fjord Kommune",
        Classification = "Fortroligt: kun til Søren Kjærs leder",
        CreatedAt = Made,
        Blocks =
        [
            new Heading(InformationKind.Plan, 1, "Mål"),
            new Paragraph(InformationKind.Plan, "Jeg vil tilbage til børnene. Støj tømmer mig før frokost. Én ting ad gangen går godt.", Tone.Voice),
            new Table(InformationKind.Plan, ["Mål", "Opfølgning"], [new("Tilbage på halv tid før påske", "1. februar")]),
            new GradedStepsFigure(InformationKind.Plan, "Andel af fuld tid", "To trin: 25 procent i januar og op til 50 i februar.",
                [new("12. jan.", 25, 25), new("9. feb.", 25, 50)]),
            new FactList(InformationKind.Plan, [new("Åse Bæk", "Taler med Søren ti minutter hver mandag")]),
            new Table(InformationKind.Plan, ["Hvad", "Hvem"], []),
            new Signatures(InformationKind.Plan, [new("Åse Bæk, leder")]),
        ],
    };
}

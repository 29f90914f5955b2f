namespace CommonGround.Domain.Sharing;

/// <summary>
/// What a piece of information is about. Every piece has exactly one kind; who may see it follows from the kind,
/// never from the page it stands on. The numbers are stored: never renumber.
/// </summary>
public enum InformationKind
{
    /// <summary>Names, addresses, how to reach someone.</summary>
    Contact = 1,

    /// <summary>Tasks, demands, hours and place of the job.</summary>
    Work = 2,

    /// <summary>Sick-leave periods and degrees.</summary>
    Leave = 3,

    /// <summary>What the person can and cannot do: limitations, ability.</summary>
    Function = 4,

    /// <summary>Diagnosis, symptoms, treatment, prognosis, scores.</summary>
    Health = 5,

    /// <summary>The person's own account.</summary>
    Story = 6,

    /// <summary>Capacity from day to day.</summary>
    Diary = 7,

    /// <summary>Goals, adjustments, graded steps, follow-ups, responsibilities.</summary>
    Plan = 8,

    /// <summary>Assessments and work-directed measures.</summary>
    Assessment = 9,

    /// <summary>Work-environment issues.</summary>
    Environment = 10,

    /// <summary>Benefit and decisions on it.</summary>
    Benefit = 11,

    /// <summary>Attendance of meetings and activities, and the course of steps.</summary>
    Attendance = 12,

    /// <summary>What the person thought of the help; shown to others only as sums.</summary>
    Feedback = 13,
}

package com.taskflow.calendar;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.taskflow.user.PersonalData;

/** What goes with a deleted account. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    PersonalData calendarFeedData() {
        return new PersonalData("calendar_feed");
    }

}
